import type { EnvelopeTable } from './model.ts'

/** How messages are announced in English conclusions (un-documents.md 1 and 2). */
export const ENGLISH_ENVELOPES = {
  decided:
    '^(?:the )?letters? (?:from|by|to be (?:sent|addressed|transmitted) by) (?:the |its )(?:chair|president)(?!\\p{L})|(?<!\\p{L})(?:agree[ds]?|decide[ds]?|recommend(?:s|ed)?|requests?|requested)(?!\\p{L})[^.;]{0,160}(?:message|statement|letters?|recommend|follow)|(?<!\\p{L})recommend(?:s|ed)? that the (?:president of the )?(?:security )?council(?!\\p{L})',
  carriers: [
    { carrier: 'public_statement', words: '(?<!\\p{L})(?:public|press) (?:statement|message)' },
    { carrier: 'letter', words: '(?<!\\p{L})letters?(?!\\p{L})' },
    { carrier: 'recommendation', words: '(?<!\\p{L})recommend' },
    { carrier: 'public_statement', words: '(?<!\\p{L})(?:message|statement)s?(?!\\p{L})' },
  ],
  chair:
    '(?<!\\p{L})(?:by|from|of) (?:the |its )(?:Chair|Chairman|Chairperson)(?!\\p{L})(?! of the Security Council Committee)',
  president:
    '(?<!\\p{L})(?:President of the )?(?:Security )?Council(?: should|,[^,]{1,80},)? (?:transmits?|address(?:es)?|sends?|forwards?|conveys?|writes?)|(?:addressed|sent|transmitted|forwarded) by the President of the (?:Security )?Council',
  addressed: [
    '(?<!\\p{L})(?:letters?|messages?|statement)(?:(?: issued| signed)? (?:by|from) (?:the |its )Chair(?:man|person)?(?: of the Working Group(?: on Children and Armed Conflict)?)?)?,?(?: addressed)? to (?!be )',
    '(?<!\\p{L})(?:addressed|sent|transmitted|forwarded)(?: by the [^,:]{3,60}?)? to ',
    '(?<!\\p{L})through a public statement[^,:]{0,80}?,? to ',
    '(?<!\\p{L})following(?: \\p{L}+)?(?: be addressed)? to ',
    '(?<!\\p{L})recommend(?:s|ed)? (?=that the Security Council)that ',
  ],
  until:
    ':|;|, (?:through|by means of|in which)(?!\\p{L})|,? (?:urging|requesting|calling|encouraging|welcoming|inviting|expressing|asking|stressing|condemning)(?!\\p{L})|\\.$|\\.(?= \\p{Lu})',
  line: '^(?:Message |Letter |Letters )?[Tt]o (?!be )(?<who>(?:the |all |other )?[^.;]{3,600}):$',
  headings: [
    {
      words: 'letters? (?:from|by|of|to be sent by) the president',
      carrier: 'letter',
      sender: 'president_sc',
    },
    {
      words: 'letters? (?:from|by|of|to be sent by) the chair',
      carrier: 'letter',
      sender: 'chair',
    },
    {
      words: 'public (?:statement|message)|press release',
      carrier: 'public_statement',
      sender: 'chair',
    },
    { words: 'direct action by the working group', carrier: 'letter', sender: 'chair' },
    {
      words: 'recommendations? to the security council',
      carrier: 'letter',
      sender: 'president_sc',
    },
  ],
  letterPoint:
    '^(?:an? |the )?(?:letters?|messages?)(?! to be)(?: [^,:;]{0,80}?)? to (?<who>[^,:;]{3,300})(?:[,:]|$)',
  entrusted:
    '(?<!\\p{L})(?:I am|we are|I have been|am) (?:entrusted|requested|asked|instructed|mandated)[^.;]{0,200}(?:to)?:$',
  letterTo: '(?<!\\p{L})(?:addressed )?to (?<who>(?!the Security Council Working)[^()]{3,200})$',
} as const satisfies EnvelopeTable
