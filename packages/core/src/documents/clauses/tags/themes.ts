import { THEMES_A_TO_H } from './themes-a-to-h.ts'
import { THEMES_H_TO_Z } from './themes-h-to-z.ts'

/** Words that tell a theme (codes.json). A clause has every theme its words name. */
export const THEME_TAGS = [...THEMES_A_TO_H, ...THEMES_H_TO_Z] as const
