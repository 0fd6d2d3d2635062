import { lettered } from '../lettered.ts'
/** The Security Council's name in the six official languages. */
export const COUNCIL =
  /security council|conseil de sécurité|consejo de seguridad|совет безопасности|مجلس الأمن|安全理事会/i

/** The General Assembly's name in the six official languages. */
export const ASSEMBLY =
  /general assembly|assemblée générale|asamblea general|генеральная ассамблея|الجمعية العامة|^[“"]?大会/i

/** How the names of working groups and committees begin; in Chinese, how they end. */
export const GROUP = lettered(
  String.raw`^(?:the )?(?:security council )?(?:working group|committee|groupe de travail|comité|grupo de trabajo|рабочая группа|комитет|الفريق العامل|لجنة)(?!\p{L})|^\S{1,40}(?:工作组|委员会)\s`,
  'i',
)
