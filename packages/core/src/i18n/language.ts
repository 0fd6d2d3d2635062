import { z } from 'zod'

/** Interface languages that are complete. */
export const InterfaceLanguage = z.enum(['en', 'fr'])
export type InterfaceLanguage = z.infer<typeof InterfaceLanguage>

/**
 * The interface language that suits `preferences` best: language tags or an `Accept-Language` header,
 * most wanted first where no weight says otherwise. English where none fits.
 */
export function chooseLanguage(preferences: string): InterfaceLanguage {
  const wanted = preferences
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag: tag.trim(), weight: weight ? Number(weight.trim().slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { tag } of wanted) {
    const found = InterfaceLanguage.safeParse(tag.split(/[-_]/)[0]?.toLowerCase())
    if (found.success) return found.data
  }
  return 'en'
}
