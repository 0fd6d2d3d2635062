/** Interface languages that are complete. No schema, though read like one: every command would load zod for it. */
export const InterfaceLanguage = { options: ['en', 'fr'] } as const
export type InterfaceLanguage = (typeof InterfaceLanguage.options)[number]

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
    const code = tag.split(/[-_]/)[0]?.toLowerCase()
    const found = InterfaceLanguage.options.find((language) => language === code)
    if (found !== undefined) return found
  }
  return 'en'
}
