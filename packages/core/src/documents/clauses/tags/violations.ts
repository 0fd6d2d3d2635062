import type { ViolationCode } from '../../codes.ts'
import type { TagRow } from './model.ts'

/** Words that name a violation. A clause that names none has none, whatever its message is about. */
export const VIOLATION_TAGS = [
  {
    code: 'RU',
    why: 'Recruitment in any form, and children in the ranks.',
    words: {
      en: /(?<!\p{L})(?:re-?)?recruit(?:s|ed|ing|ment)?(?!\p{L})|child soldiers?|children (?:from|in|within|out of) their ranks/iu,
      fr: /(?<!\p{L})(?:recrut\p{L}+|enr[ôo]l\p{L}+)|enfants soldats|enfants (?:présents )?dans leurs rangs/iu,
    },
  },
  {
    code: 'KM',
    why: 'Killing and maiming, and casualties among children.',
    words: {
      en: /(?<!\p{L})(?:kill(?:s|ed|ing|ings)?|maim(?:s|ed|ing)?|casualt(?:y|ies)|mutilat\p{L}+)(?!\p{L})/iu,
      fr: /(?<!\p{L})(?:meurtres?|tués?|tuées?|mutil\p{L}+|atteintes? à (?:la vie|l[’']intégrité)|pertes civiles)(?!\p{L})/iu,
    },
  },
  {
    code: 'SV',
    why: 'Rape and other forms of sexual violence, of which forced marriage is one.',
    words: {
      en: /(?<!\p{L})(?:rape[ds]?|sexual (?:and gender-based |or gender-based )?(?:violence|abuse|exploitation|slavery)|(?:gender-based|sexual) (?:and|or) (?:sexual|gender-based) violence|gender-based violence|forced marriages?)(?!\p{L})/iu,
      fr: /(?<!\p{L})(?:viols?|violences? sexuelles?|sévices sexuels|esclavage sexuel|exploitation sexuelle|violences? fondées? sur le genre|mariages? forcés?)(?!\p{L})/iu,
    },
  },
  {
    code: 'SH',
    why: 'Attacks on schools and hospitals, and their use by forces.',
    words: {
      en: /(?<!\p{L})attack(?:s|ed|ing)?(?:[^.;]{0,40}?) (?:on|against) (?:[^.;,]{0,30}?)(?:schools?|hospitals?|educational|medical facilities|health facilities|those institutions)(?!\p{L})|military use of (?:schools?|hospitals?|educational)/iu,
      fr: /(?<!\p{L})attaqu\p{L}+[^.;]{0,60}?(?:écoles?|hôpita(?:l|ux)|établissements? (?:scolaires?|d[’']enseignement|de santé)|ces (?:institutions|établissements))(?!\p{L})|utilisation (?:d[’']écoles|des écoles|des hôpitaux|d[’']hôpitaux)[^.;]{0,30} à des fins militaires|utilisation militaire (?:des |d[’'])(?:écoles|hôpitaux)/iu,
    },
  },
  {
    code: 'ABD',
    why: 'Abduction and kidnapping.',
    words: {
      en: /(?<!\p{L})(?:abduct(?:s|ed|ion|ions|ing)?|kidnap\p{L}*)(?!\p{L})/iu,
      fr: /(?<!\p{L})(?:enlèvements?|enlevée?s?|rapts?|kidnapp\p{L}+)(?!\p{L})/iu,
    },
  },
  {
    code: 'DHA',
    why: 'Humanitarian access, denied or asked for, and the delivery of aid.',
    words: {
      en: /(?<!\p{L})(?:humanitarian access|access (?:for|of|by) (?:\p{L}+ )?humanitarian|denial of access|(?:delivery|restrictions|access)[^.;,]{0,30} humanitarian (?:aid|assistance|relief))(?!\p{L})|respect [^.;]{0,40}humanitarian aid/iu,
      fr: /(?<!\p{L})(?:accès humanitaire|accès (?:de l[’']|à l[’']|des )(?:aide|acteurs|organisations|personnel)s?(?: humanitaire)?s?|refus d[’']accès|acheminement de l[’']aide)(?!\p{L})/iu,
    },
  },
  {
    code: 'DET',
    why: 'Detention and deprivation of liberty.',
    words: {
      en: /(?<!\p{L})(?:detentions?|detain(?:s|ed|ees?|ing)?|depriv(?:ation|ed|ing) of (?:their )?liberty|imprison\p{L}*)(?!\p{L})/iu,
      fr: /(?<!\p{L})(?:détentions?|détenue?s?|priv(?:ation|és|ées|er) de (?:leur )?liberté|emprisonn\p{L}+)(?!\p{L})/iu,
    },
  },
  {
    code: 'ALL',
    why: 'The six as a whole: by their number, or as all or such violations and abuses.',
    words: {
      en: /(?<!\p{L})(?:six (?:categories of )?(?:grave )?violations|(?:all|such|these|any|every) (?:grave )?violations and abuses|all (?:six )?(?:of the )?(?:these )?(?:grave )?violations)(?!\p{L})/iu,
      fr: /(?<!\p{L})(?:six (?:catégories de )?violations|(?:toutes? les|toutes? ces|ces|telles|de telles|toutes) violations(?: graves)?(?: et| et exactions| et atteintes)?)(?!\p{L})/iu,
    },
  },
] as const satisfies TagRow<ViolationCode>[]
