/** The Security Council's name in the six official languages. */
export const COUNCIL =
  /security council|conseil de sécurité|consejo de seguridad|совет безопасности|مجلس الأمن|安全理事会/iu

/** The General Assembly's name in the six official languages. */
export const ASSEMBLY =
  /general assembly|assemblée générale|asamblea general|генеральная ассамблея|الجمعية العامة|^[“"]?大会/iu
