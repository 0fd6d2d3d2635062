import type { ThemeCode } from '../../codes.ts'
import type { TagRow } from './model.ts'

/** Words that tell the themes from humanitarian access to treaties, in the order of the codes (codes.json). */
export const THEMES_H_TO_Z = [
  {
    code: 'humanitarian_access',
    why: 'Aid, those who bring it, and its way; humanitarian law is a theme of its own.',
    words: {
      en: [
        'humanitarian (?:carve-out|exemptions?|corridors?|pauses?|operations|situation|convoys?|supplies)',
        'cross-border (?:aid|assistance|deliver\\p{L}+)',
        'relief (?:personnel|supplies|workers)',
        'humanitarian (?:access|aid|assistance|actors?|personnel|organi[sz]ations|agencies|response|relief|workers?|work|needs|and development actors)',
      ],
      fr: [
        '(?:couloirs?|pauses?|exemptions?|dérogations?|convois?|opérations) humanitaires?',
        'aide transfrontalière',
        '(?:accès|aide|assistance|acteurs?|personnel|organisations|organismes|intervention|secours|travailleurs|besoins) humanitaires?',
        "(?:acteurs|organismes) (?:de l[’']aide|du développement)",
      ],
    },
  },
  {
    code: 'legal_framework',
    why: 'Laws to be made or changed.',
    asPrinted: true,
    words: {
      en: [
        'juvenile justice (?:law|act|system|code)s?',
        'child (?:rights|protection) (?:act|law|bill)s?',
        'legal (?:age|reforms?)',
        'harmoni[sz]\\p{L}+ (?:of )?(?:national|domestic) laws?',
        'domestic law',
        '(?:draft )?bills?',
        'draft laws?',
        'national laws?',
        'legislat\\p{L}+',
        '(?:legal|legislative)(?: \\p{L}+){0,2} framework',
        '(?:\\p{Lu}\\p{L}+ )Code',
        'criminali[sz]\\p{L}+',
      ],
      fr: [
        'justice (?:pour mineurs|juvénile)',
        'droit interne',
        'réformes? (?:juridiques?|législatives?)',
        'projets? de loi',
        'lois? (?:nationale|relative|sur)',
        'législati\\p{L}+',
        'cadre (?:juridique|législatif)',
        '[Cc]ode (?:pénal|de|militaire)',
        'érig\\p{L}+ en infraction',
      ],
    },
  },
  {
    code: 'monitoring_access',
    why: 'Monitoring, reporting and verification, and access for them.',
    words: {
      en: [
        'MRM',
        'monitoring missions?',
        'monitor(?:ing)?(?: and report(?:ing)?)',
        'verification',
        'monitoring (?:mechanism|access|purposes)',
      ],
      fr: [
        'mécanisme de communication',
        'surveillance et (?:de )?(?:la )?communication',
        "surveillance et l[’']information",
        "communication de l[’']information",
        'vérification des',
        'mécanisme de surveillance',
        'surveiller',
      ],
    },
  },
  {
    code: 'national_strategy',
    why: 'A national strategy or plan of prevention.',
    words: {
      en: [
        'national (?:prevention )?(?:strateg(?:y|ies)|plan)',
        'prevention (?:strateg(?:y|ies)|plan)',
      ],
      fr: [
        'stratégies? nationales?',
        'stratégies? (?:nationales? )?de prévention',
        'plan(?: national)? de prévention',
      ],
    },
  },
  {
    code: 'peace_process',
    why: 'Peace agreements, reconciliation, transitional justice.',
    words: {
      en: [
        'cease-?fires?',
        'cessation of hostilities',
        '(?:peace|ceasefire) (?:agreements?|process(?:es)?|talks|negotiations|accords?)',
        'agreements? (?:on|for) peace',
        'reconciliation',
        'transitional justice',
        'truth[- ]seeking',
      ],
      fr: [
        'cessez-le-feu',
        'cessation des hostilités',
        '(?:accords?|processus|pourparlers|négociations) de paix',
        'Accord pour la paix',
        'réconciliation',
        'justice transitionnelle',
        'justice de transition',
        'recherche de la vérité',
      ],
    },
  },
  {
    code: 'regional_force',
    why: 'Forces of regional organisations and the framework they keep to.',
    words: {
      en: [
        'compliance framework',
        'joint force',
        'regional forces?',
        'multinational (?:joint )?(?:task )?force',
        'G5 Sahel',
        'Group of Five',
      ],
      fr: [
        'cadre de conformité',
        'dispositif de conformité',
        'force conjointe',
        'forces? régionales?',
        'force multinationale',
        'G5 Sahel',
        'Groupe de cinq',
      ],
    },
  },
  {
    code: 'sanctions',
    why: 'Sanctions, designations, and the committee of a message when it is just “the Committee”.',
    asPrinted: true,
    words: {
      en: [
        'travel bans?',
        'asset freezes?',
        'arms embargo(?:es)?',
        'listing criteria',
        'sanctions?',
        'designation (?:for|of)',
        'designation criteria',
        '(?:the|with the) Committee(?! on)',
        'targeted measures',
      ],
      fr: [
        'gel des avoirs',
        'interdictions? de voyager',
        'embargo sur les armes',
        'sanctions?',
        'critères? de désignation',
        'inscription sur la [Ll]iste',
        'le Comité(?! des| sur)',
        'mesures ciblées',
      ],
    },
  },
  {
    code: 'support_to_government',
    why: 'Support of others for the authorities of the State.',
    words: {
      en: [
        '(?:support|assist)(?:ing)?(?:,[^.;,]{0,60},)? (?:the )?(?:efforts of )?(?:the )?(?:\\p{L}+ ){0,2}(?:Government|authorities)',
      ],
      fr: [
        '(?:appuyer|soutenir|aider|appui à|soutien à) (?:les efforts (?:du|des) )?(?:le |les |du |des |aux? )?(?:\\p{L}+ ){0,1}(?:Gouvernement|autorités)',
      ],
    },
  },
  {
    code: 'survivor_services',
    why: 'Services, and the survivors they are for.',
    words: {
      en: [
        'medical and psychological',
        'victim assistance',
        'reparations? (?:for|to) (?:\\p{L}+ )?(?:victims|survivors)',
        'services',
        'survivors?',
        'psychosocial',
        '(?:care|assistance|support) (?:for|to) (?:child )?victims',
        'mental health',
      ],
      fr: [
        'réparations? (?:aux|pour les|des) (?:victimes|survivants)',
        'soutien psychologique',
        'services(?! de sécurité| de renseignement)',
        'rescapée?s',
        'survivante?s',
        'psychosocia(?:l|le|ux)',
        'prise en charge',
        '(?:assistance|aide) aux victimes',
      ],
    },
  },
  {
    code: 'training',
    why: 'Training of forces and officials.',
    words: {
      en: ['capacity[- ]building', 'pre-deployment', 'trainings?', 'train(?=\\s)', 'trained'],
      fr: [
        'renforcement des capacités',
        'formations? (?:à|en|aux?|des|du|sur|dispensée?s?|consacrée?s?|relative?s?)',
        'former (?:les|des)',
      ],
    },
  },
  {
    code: 'transition_of_mission',
    why: 'A mission that closes, and its tasks and data.',
    words: {
      en: [
        'liquidation of (?:the )?(?:\\p{L}+ )?(?:mission|operation)',
        'transfer of (?:the )?(?:\\p{L}+ )?(?:tasks|responsibilities)',
        '(?:mission|peacekeeping|operation)[^.;]{0,30}(?:transition|closure|withdrawal|drawdown)',
        '(?:transition|closure|withdrawal|drawdown) of (?:the )?(?:\\p{L}+ )?(?:mission|operation)',
      ],
      fr: [
        'transfert des (?:tâches|fonctions|responsabilités)',
        "(?:retrait|fermeture|liquidation|transition) (?:de la|de l[’']) ?(?:mission|opération)",
      ],
    },
  },
  {
    code: 'treaty_obligations',
    why: 'Conventions, protocols and charters on children by name, and joining them.',
    asPrinted: true,
    words: {
      en: [
        'Convention (?:on|of) the Rights of the Child',
        'Optional Protocols?',
        'Charter on the Rights and Welfare',
        'ratif(?:y|ied|ication)',
        'acced(?:e|ing) to',
        'accession to',
      ],
      fr: [
        "Convention relative aux droits de l[’']enfant",
        'Protocoles? facultatifs?',
        'Charte africaine des droits et du bien-être',
        'ratifi\\p{L}+',
        'adhérer à',
        'adhésion à',
      ],
    },
  },
] as const satisfies TagRow<ThemeCode>[]
