import type { ViolationCode } from '../../codes.ts'
import type { TagRow } from './model.ts'

/** Words that name a violation. A clause that names none has none, whatever its message is about. */
export const VIOLATION_TAGS = [
  {
    code: 'RU',
    why: 'Recruitment in any form, and children in the ranks.',
    words: {
      en: [
        '(?:re-?)?recruit(?:s|ed|ing|ment)?',
        'child soldiers?',
        'children (?:from|in|within|out of) their ranks',
      ],
      fr: [
        'recrut\\p{L}+',
        'enr[ôo]l\\p{L}+',
        'enfants soldats',
        'enfants (?:présents )?dans leurs rangs',
      ],
    },
  },
  {
    code: 'KM',
    why: 'Killing and maiming, and casualties among children.',
    words: {
      en: ['kill(?:s|ed|ing|ings)?', 'maim(?:s|ed|ing)?', 'casualt(?:y|ies)', 'mutilat\\p{L}+'],
      fr: [
        'meurtres?',
        'tués?',
        'tuées?',
        'mutil\\p{L}+',
        "atteintes? à (?:la vie|l[’']intégrité)",
        'pertes civiles',
      ],
    },
  },
  {
    code: 'SV',
    why: 'Rape and other forms of sexual violence, of which forced marriage is one.',
    words: {
      en: [
        'rape[ds]?',
        'sexual (?:and gender-based |or gender-based )?(?:violence|abuse|exploitation|slavery)',
        '(?:gender-based|sexual) (?:and|or) (?:sexual|gender-based) violence',
        'gender-based violence',
        'forced marriages?',
      ],
      fr: [
        'viols?',
        'violences? sexuelles?',
        'sévices sexuels',
        'esclavage sexuel',
        'exploitation sexuelle',
        'violences? fondées? sur le genre',
        'mariages? forcés?',
      ],
    },
  },
  {
    code: 'SH',
    why: 'Attacks on schools and hospitals, and their use by forces.',
    words: {
      en: [
        'attack(?:s|ed|ing)?(?:[^.;]{0,40}?) (?:on|against) (?:[^.;,]{0,30}?)(?:schools?|hospitals?|educational|medical facilities|health facilities|those institutions)',
        'military use of (?:schools?|hospitals?|educational)',
      ],
      fr: [
        "attaqu\\p{L}+[^.;]{0,60}?(?:écoles?|hôpita(?:l|ux)|établissements? (?:scolaires?|d[’']enseignement|de santé)|ces (?:institutions|établissements))",
        "utilisation (?:d[’']écoles|des écoles|des hôpitaux|d[’']hôpitaux)[^.;]{0,30} à des fins militaires",
        "utilisation militaire (?:des |d[’'])(?:écoles|hôpitaux)",
      ],
    },
  },
  {
    code: 'ABD',
    why: 'Abduction and kidnapping.',
    words: {
      en: ['abduct(?:s|ed|ion|ions|ing)?', 'kidnap\\p{L}*'],
      fr: ['enlèvements?', 'enlevée?s?', 'rapts?', 'kidnapp\\p{L}+'],
    },
  },
  {
    code: 'DHA',
    why: 'Humanitarian access, denied or asked for, and the delivery of aid.',
    words: {
      en: [
        'humanitarian access',
        'access (?:for|of|by) (?:\\p{L}+ )?humanitarian',
        'denial of access',
        '(?:delivery|restrictions|access)[^.;,]{0,30} humanitarian (?:aid|assistance|relief)',
        'respect [^.;]{0,40}humanitarian aid',
      ],
      fr: [
        'accès humanitaire',
        "accès (?:de l[’']|à l[’']|des )(?:aide|acteurs|organisations|personnel)s?(?: humanitaire)?s?",
        "refus d[’']accès",
        "acheminement de l[’']aide",
      ],
    },
  },
  {
    code: 'DET',
    why: 'Detention and deprivation of liberty.',
    words: {
      en: [
        'detentions?',
        'detain(?:s|ed|ees?|ing)?',
        'depriv(?:ation|ed|ing) of (?:their )?liberty',
        'imprison\\p{L}*',
      ],
      fr: [
        'détentions?',
        'détenue?s?',
        'priv(?:ation|és|ées|er) de (?:leur )?liberté',
        'emprisonn\\p{L}+',
      ],
    },
  },
  {
    code: 'ALL',
    why: 'The six as a whole: by their number, or as all or such violations and abuses.',
    words: {
      en: [
        'six (?:categories of )?(?:grave )?violations',
        '(?:all|such|these|any|every) (?:grave )?violations and abuses',
        'all (?:six )?(?:of the )?(?:these )?(?:grave )?violations',
      ],
      fr: [
        'six (?:catégories de )?violations',
        '(?:toutes? les|toutes? ces|ces|telles|de telles|toutes) violations(?: graves)?(?: et| et exactions| et atteintes)?',
      ],
    },
  },
] as const satisfies TagRow<ViolationCode>[]
