import type { ActorTable } from './model.ts'

/** A few words of description before a noun; never a preposition, which would begin another name. */
const DESCRIBED =
  "(?:(?!(?:of|by|for|to|in|with|from|and|or|that|on|at|towards|including|as)(?!\\p{L}))[\\p{L}’'-]+ ){0,4}"
const OFFICE =
  '(?:(?:the )?(?:president|chair|chairs|chairperson|chairman|commissioner|head|heads|members?|leaders?|leadership|governments?|states members|member states) of (?:the )?){0,3}'
const REGIONAL =
  'african union|au|group of five(?: for the sahel)?|g5 sahel|economic community of \\p{L}+ african states|ecowas|eccas|igad|intergovernmental authority on development|southern african development community|sadc|european union|league of arab states|arab league|organi[sz]ation of american states|organi[sz]ation of islamic cooperation|association of southeast asian nations|north atlantic treaty organi[sz]ation|lake chad basin commission|multinational joint task force|joint force'

/** How addressees are named in English (codes.json). */
export const ENGLISH_ACTORS = {
  language: 'en',
  rows: [
    {
      code: 'regional_organisation',
      words: `${OFFICE}(?:peace and security council of the )?(?:${REGIONAL})(?: commission| peace and security council)?(?: \\([^()]{1,40}\\))?`,
    },
    {
      code: 'regional_organisation',
      words:
        '(?:international, )?(?:(?:regional|subregional|sub-regional)(?:,? (?:and|or) (?:regional|subregional|sub-regional|international))?) (?:and other )?(?:organi[sz]ations?|arrangements?|forces?|bodies|mechanisms)',
    },
    {
      code: 'srsg_caac',
      words:
        '(?:office of )?(?:the |his |her )?special representative(?: of the secretary[- ]general)? (?:for|on) children (?:and|in) armed conflict',
    },
    {
      code: 'country_task_force',
      words:
        '(?:united nations )?(?:country|country-level)(?: monitoring and reporting)? task forces?(?: (?:on|for) monitoring and reporting)?',
    },
    {
      code: 'country_task_force',
      words:
        '(?:united nations )?task forces? (?:on|for) (?:monitoring and reporting|children and armed conflict)',
    },
    {
      code: 'stakeholders',
      words:
        '(?:(?:chair|chairman|chairperson|members) of the )?(?:security council )?working group(?: on children and armed conflict)?|(?:chair of the )?committee on the rights of the child|human rights (?:council|committee)|troop-(?: and police-)?contributing countries|international criminal court|group of experts|panel of experts',
    },
    {
      code: 'sanctions_committee',
      words:
        '(?:(?:the )?(?:chairs?|chairperson|members) of (?:the )?)?(?:relevant )?(?:security council )?(?:relevant )?(?:sanctions |\\d[\\d/]* )?committees?(?: (?:established )?(?:pursuant to|by) (?:paragraph \\d+ of )?resolutions? [\\d(), and]+| concerning)?',
    },
    {
      code: 'security_council',
      words: '(?:(?:the )?(?:president|members) of the )?(?:security )?council',
    },
    {
      code: 'stakeholders',
      words:
        '(?:special|personal) (?:representatives?|envoys?|advisers?)(?: of the secretary[- ]general)?|(?:united nations )?resident coordinators?',
    },
    { code: 'secretary_general', words: '(?:united nations )?secretary[- ]general' },
    {
      code: 'all_parties',
      words:
        '(?:(?!state)\\p{L}+ ){0,2}part(?:y|ies)(?: concerned)?(?: (?:to|in) (?:the |an |this )?(?:\\p{L}+ )?(?:armed )?conflicts?| listed)?',
    },
    {
      code: 'all_parties',
      words:
        '(?:non-state )?armed (?:forces (?:and|or) (?:armed )?)?groups?|armed actors|perpetrators',
    },
    {
      code: 'community_leaders',
      words:
        '(?:(?:community|communities|religious|traditional|local|tribal|civil society|faith|opinion|and)(?:,)? ){1,6}leaders',
    },
    {
      code: 'donors',
      words:
        '(?:(?:president of )?(?:the )?world bank(?: group)?|international monetary fund|(?:international )?financial institutions)',
    },
    { code: 'government', words: `${DESCRIBED}(?:governments?|authorities)` },
    {
      code: 'government',
      words:
        '(?:(?!(?:non|including|as|the|and|of|by)(?!\\p{L}))\\p{L}+ ){0,3}(?:defence and security forces|armed forces|security forces|national army|law enforcement agencies|parliament|judiciary)|ministr(?:y|ies|er) of \\p{L}+|(?:permanent representative|permanent mission|states? concerned|concerned states?|host states?)',
    },
    {
      code: 'donors',
      words: `${DESCRIBED}(?:donors?(?: community| countries| governments)?|(?:\\p{L}+ )?partners)`,
    },
    {
      code: 'stakeholders',
      words: `${DESCRIBED}(?:stakeholders?|actors|signator(?:y|ies)|organi[sz]ations|entities|agencies|institutions|bodies|missions?|operations?|personnel|media|international community|civil society|contributing countries|countries|member states|states parties|states|united nations(?: system| country team| entities)?|high commissioner)`,
    },
    {
      code: 'stakeholders',
      words:
        'united nations(?: \\p{L}+){0,3} (?:fund|programme|office)|united nations(?: system| country team)?|unicef|unhcr|ohchr|ocha',
    },
  ],
  pronouns: 'them|you|it|him|her',
  determiners:
    'the|all|any|both|each|every|those|these|other|relevant|its|his|her|their|concerned|particularly|especially|(?:leaders|leadership|commanders?|representatives) of',
  joins: ',? (?:and|as well as|or|together with)(?: to)?|,',
  asides:
    ',? ?(?:in (?:this|that) (?:regard|respect|context)|as appropriate|also|further|once again|again|in particular|for this purpose|to that end),? ',
  that: '(?:(?:to|for|further|also) )?(?:that )?(?:,? ?(?:in [^,]{1,60}|as appropriate),? )?',
  places: 'of|in|for',
  particles: 'of the|of|the|for the|for|de la|de|du|des|la|le|al|el|wa|and the',
  institutions:
    'Mission|Office|Fund|Organization|Organisation|Bank|Union|Council|Committee|Commission|Secretariat|Programme|Program|Agency|Court|Community|Representative|Envoy|Chair|Chairman|Chairperson|President|Permanent|Coordinator|Minister|Group of Friends|Operation|Assembly|Department|Adviser|Centre|University|Institute|Nations|States|Team|Panel|Member',
  parties:
    'army|front|movement|mouvement|coalition|forces?|militias?|brigades?|coordination|resistance|faction|alliance|platform|group|wing|guards?|battalion',
  clitic: '^(?!)',
  by: ' by ',
  agent:
    '(?<!(?:signed|drafted|adopted|endorsed|required|made|recommended|committed|perpetrated|used|recruited|noted|provided|established|ratified|proposed|detained|controlled|affected|supported|guided|led|caused|signed)) by ',
  deeds:
    '^(?:(?:the|an?|any|further|continued|increased|enhanced|more|full|all|additional|such|greater|swift|immediate|its|their|his) )*(?:\\p{L}+ (?:and|or) )?(?:\\p{L}+ )?(?:efforts?|measures?|steps?|progress|release|end|halt|support|access|return|respect|action|use|adherence|dialogue|cessation|\\p{L}{2,}(?:tion|sion|ment|ance|ence|ing|ity|isation|ization)s?)(?!\\p{L})',
  halts:
    '^(?:the |an |all )?(?:immediate |complete |full )?(?:and \\p{L}+ )?(?:halt|end|cessation|stop)(?:ing)? (?:to|of) (?:all |such |these |any |the )?(?:grave )?(?:violations|abuses|attacks|hostilities|acts|fighting|violence)',
} as const satisfies ActorTable
