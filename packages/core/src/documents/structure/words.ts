/** The words by which parts of a document are recognised in the six official languages. */

/** A heading that opens an annex: `Annex`, `Annexe II`, `Enclosure`. The first group is the marker as printed. */
export const ANNEX =
  /^((?:annex|annexe|anexo|appendix|appendice|apéndice|enclosure|pièce jointe|приложение|добавление|(?:ال)?مرفق|(?:ال)?تذييل|附件|附录)(?:\s?(?:[ivxlc]{1,6}|[a-z]|\d{1,2}|[٠-٩]{1,2}|[一二三四五六七八九十]{1,3}))?[*.:¹²³⁴]{0,3})(?=\s|$)/iu

/** A number at the end of an annex's marker: such an annex can be cited by its marker. */
export const NUMBERED_ANNEX = /\s(?:[ivxlc]+|[a-z])$|[\d٠-٩]+$|[一二三四五六七八九十]+$/iu

/** A line that holds nothing but the number of a part or chapter. */
export const PART =
  /^(?:part|partie|parte|chapter|chapitre|capítulo|volume|tome|часть|глава|الجزء|الفصل|الباب) (?:\d{1,3}|[٠-٩]{1,3}|[ivxlc]{1,6}|one|two|three|four|five|un|deux|primer[ao]|segund[ao]|الأول|الثاني|الثالث|الأولى|الثانية|первая|вторая)$|^(?:première|deuxième|seconde|troisième|primera|segunda|первая|вторая) (?:partie|parte|часть)$|^第[\d一二三四五六七八九十]{1,3}(?:部分|部|章|编|卷)$/iu

export const SIGNED =
  /^[(（[]\s?(?:signed|signé|firmado|подпись|подписано|توقيع|签名|签字)\s?[)）\]]/iu

/** Lines of a masthead that are never a title: the organization, its organs, languages, distribution, sessions, items. */
export const MASTHEAD = [
  /^(?:united ?nations|united|nations|nations ?unies|naciones ?unidas|организация объединенных ?наций|الأمم المتحدة|联合国)$/iu,
  /^united nations publication|^sales no\.|^new york, \d{4}$/iu,
  /^(?:general assembly|security council|economic and social council|human rights council)$/iu,
  /^(?:assemblée générale|conseil de sécurité|conseil économique et social|conseil des droits de l['’]homme)$/iu,
  /^(?:asamblea general|consejo de seguridad|consejo económico y social|consejo de derechos humanos)$/iu,
  /^(?:генеральная ассамблея|совет безопасности|экономический и социальный совет|совет по правам человека)$/iu,
  /^(?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان|大会|安全理事会|经济及社会理事会|人权理事会)$/u,
  /^(?:distr|original|adopted|adoptée?|aprobad[ao])(?!\p{L})|^принят|اتخذه مجلس|通过$|^(?:general|limited|restricted|générale|limitée|limitada)$/iu,
  /^(?:english|french|spanish|arabic|russian|chinese|anglais|français|espagnol|arabe|russe|chinois|inglés|francés|español|árabe|ruso|chino)$/iu,
  /^(?:русский|английский|французский|испанский|арабский|китайский|(?:язык )?оригинал(?:а)?: ?\p{L}{3,20}|(?:общее|ограниченное) распространение)$/iu,
  /^(?:(?:ال)?عربية?|(?:ب?ال)?(?:إ|ا)نكليزية|(?:ب?ال)?فرنسية|(?:ب?ال)?(?:إ|ا)سبانية|(?:ب?ال)?روسية|(?:ب?ال)?صينية|(?:ال)?عام|(?:ال)?محدود|(?:الأصل|التوزيع|توزيع): ?\S{1,20})$/u,
  /^(?:中文|英文|法文|西班牙文|阿拉伯文|俄文|(?:原文|原件|分发)[:：] ?\S{1,10}|普遍分发|限制分发)$/u,
  /\bsession$|\bperíodo de sesiones$|\bсессия$|^(?:agenda item|point \d+ de l|tema \d+ del|items? \d+|пункт \d+)/iu,
  /^resolution adopted by\b|^résolution adoptée\b|^resolución aprobada\b/iu,
] as const

/** A day standing alone, a place before it or not: `New York, 26 May 2023`, `le 30 janvier 2024`, `2024年1月30日`. */
export const DATE_LINE =
  /^(?:\p{L}[\p{L}\s.’'-]{1,30}[,،]\s?)?(?:(?:on|le|el)\s)?[\d٠-٩]{1,2}(?:er|º|st|nd|rd|th)?\s[\p{L}\s/.]{2,30},?\s[\d٠-٩]{4}(?:\sг(?:ода|\.))?$|^\p{L}{3,12} \d{1,2}, \d{4}$|^\d{4}年\d{1,2}月\d{1,2}日$/u
