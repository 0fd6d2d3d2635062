import type { ThemeCode } from '../../codes.ts'
import type { TagRow } from './model.ts'

/** Words that tell a theme (codes.json). A clause has every theme its words name. */
export const THEME_TAGS = [
  {
    code: 'accountability',
    why: 'Justice as a thing sought; in capitals it is part of a name.',
    asPrinted: true,
    words: {
      en: [
        'accountab\\p{L}+',
        'impunity',
        'investigat\\p{L}+',
        'prosecut\\p{L}+',
        'justice',
        'International Criminal Court',
      ],
      fr: [
        'impunité',
        'enquêt\\p{L}+',
        'poursuites? (?:judiciaires|pénales)',
        'poursuivre (?:les auteurs|en justice)',
        'justice',
        'répondre de leurs actes',
        'responsabilité pénale',
        'principe de responsabilité',
        'rendre (?:des )?comptes',
        'Cour pénale internationale',
      ],
    },
  },
  {
    code: 'action_plan',
    why: 'Action plans by name.',
    words: {
      en: ['action plans?'],
      fr: ["plans? d[’']action"],
    },
  },
  {
    code: 'age_assessment',
    why: 'How age is found out and documented, and who has the benefit of doubt.',
    words: {
      en: [
        'age[- ](?:assessment|verification|determination)',
        '(?:late-)?birth registration',
        'civil (?:documentation|status|registration)',
        'screening',
        'margin of error',
      ],
      fr: [
        "(?:évaluation|vérification|détermination) de l[’']âge",
        'enregistrement (?:tardif )?des naissances',
        'état civil',
        "marge d[’']erreur",
      ],
    },
  },
  {
    code: 'applicable_law',
    why: 'Law by its general names and principles; treaties have a theme of their own.',
    words: {
      en: [
        'international (?:humanitarian |human rights |criminal )?law',
        'international humanitarian',
        'human rights law',
        'distinction and proportionality',
        'Geneva Conventions?',
      ],
      fr: [
        'droit international(?: humanitaire| des droits| pénal)?',
        "droit des droits de l[’']homme",
        'distinction et de proportionnalité',
        'Conventions? de Genève',
      ],
    },
  },
  {
    code: 'ddr_ssr_reintegration',
    why: 'Programmes of disarmament and reform, and the way back of children.',
    words: {
      en: [
        'disarmament',
        'demobili[sz]ation',
        'reintegrat\\p{L}+',
        'security sector',
        'DDR',
        'SSR',
      ],
      fr: [
        'désarmement',
        'démobilis\\p{L}+',
        'réinsertion',
        'réintégr\\p{L}+',
        'secteur de la sécurité',
      ],
    },
  },
  {
    code: 'education_health',
    why: 'Schools, hospitals, learning and care; risk education is about explosives.',
    words: {
      en: [
        'schools?',
        'hospitals?',
        '(?<!risk )(?:education|educational)',
        'health(?:-care| care)?',
      ],
      fr: [
        'écoles?',
        'hôpita(?:l|ux)',
        '(?:éducation|éducatifs?|enseignement|scolaires?)(?! aux risques)',
        'santé',
        'soins',
      ],
    },
  },
  {
    code: 'explosive_hazard',
    why: 'Mines and what is left to explode.',
    words: {
      en: [
        'explosives?',
        'demining',
        'mine action',
        'landmines?',
        'mines',
        'unexploded',
        'ordnance',
        'cluster munitions?',
      ],
      fr: [
        'explosifs?',
        'explosives?',
        'déminage',
        '(?:lutte )?antimines?',
        'mines',
        'engins? non explosés?',
        'munitions?',
      ],
    },
  },
  {
    code: 'funding',
    why: 'Money, and those asked for it.',
    asPrinted: true,
    words: {
      en: [
        'fund(?:s|ed|ing)?',
        'financ(?:e|es|ial|ing)',
        'donors?',
        'voluntary contributions',
        'resources? mobili[sz]ation',
      ],
      fr: ['financ\\p{L}+', 'fonds', 'donateurs?', 'bailleurs', 'contributions volontaires'],
    },
  },
  {
    code: 'handover_protocol',
    why: 'Children handed over to civilian actors.',
    words: {
      en: ['handovers?', 'hand(?:s|ed|ing)?(?: \\p{L}+){0,2} over'],
      fr: [
        'transfèrement',
        'remise',
        'remettre',
        '(?:protocole|accord)[^.;]{0,40} transfert',
        'confier',
      ],
    },
  },
  {
    code: 'humanitarian_access',
    why: 'Aid, those who bring it, and its way; humanitarian law is a theme of its own.',
    words: {
      en: [
        'humanitarian (?:access|aid|assistance|actors?|personnel|organi[sz]ations|agencies|response|relief|workers?|work|needs|and development actors)',
      ],
      fr: [
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
        '(?:draft )?bills?',
        'draft laws?',
        'national laws?',
        'legislat\\p{L}+',
        '(?:legal|legislative)(?: \\p{L}+){0,2} framework',
        '(?:\\p{Lu}\\p{L}+ )Code',
        'criminali[sz]\\p{L}+',
      ],
      fr: [
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
        'monitor(?:ing)?(?: and report(?:ing)?)',
        'verification',
        'monitoring (?:mechanism|access|purposes)',
      ],
      fr: [
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
        '(?:peace|ceasefire) (?:agreements?|process(?:es)?|talks|negotiations|accords?)',
        'agreements? (?:on|for) peace',
        'reconciliation',
        'transitional justice',
        'truth[- ]seeking',
      ],
      fr: [
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
        'sanctions?',
        'designation (?:for|of)',
        'designation criteria',
        '(?:the|with the) Committee(?! on)',
        'targeted measures',
      ],
      fr: [
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
        'services',
        'survivors?',
        'psychosocial',
        '(?:care|assistance|support) (?:for|to) (?:child )?victims',
        'mental health',
      ],
      fr: [
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
      en: ['trainings?', 'train(?=\\s)', 'trained'],
      fr: [
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
