import type { EnvelopeTable } from './model.ts'

/** How messages are announced in French conclusions. */
export const FRENCH_ENVELOPES = {
  decided:
    '^lettres? (?:de|du|de la) (?:la |le )?présidente?(?!\\p{L})|(?<!\\p{L})(?:est convenu|a décidé|décide|convient|recommande|a recommandé)(?!\\p{L})[^.;]{0,160}(?:message|déclaration|lettres?|recommand|suit)|(?<!\\p{L})recommand(?:e|er|é) (?:au|que le) (?:président du )?conseil',
  carriers: [
    { carrier: 'public_statement', words: '(?<!\\p{L})déclaration publique|communiqué de presse' },
    { carrier: 'letter', words: '(?<!\\p{L})lettres?(?!\\p{L})' },
    { carrier: 'recommendation', words: '(?<!\\p{L})recommand' },
    { carrier: 'public_statement', words: '(?<!\\p{L})(?:message|déclaration)s?(?!\\p{L})' },
  ],
  chair:
    '(?<!\\p{L})(?:par|de la part de) (?:la |le |son |sa )?Présidente?(?! du Conseil)(?:(?=[ ,:.])|$)|(?<!\\p{L})(?:du |de la |de sa |de son )Présidente?(?= du Groupe de travail)',
  president:
    "(?<!\\p{L})(?:le |la |au |à la )?(?:Présidente?|présidence) du Conseil(?: de sécurité)?,? (?:transmette|adresse|envoie|fasse parvenir|d[’']adresser|de transmettre|d[’']envoyer)",
  addressed: [
    '(?<!\\p{L})(?:lettres?|messages?)(?:,? (?:de la part d(?:e la|u)|d(?:e la|u)|émanant d(?:e la|u)|signées? (?:par|de) (?:la|le)|par (?:la|le)) présidente? du groupe de travail)?,? (?:adressée?s? |destinée?s? )?(?=(?:au|aux|à) )',
    "(?<!\\p{L})(?:au moyen d[’']une|par(?: la voie d[’'])?(?: une)?|dans une) ?déclaration publique[^,:]{0,80}?,? (?=(?:au|aux|à) )",
    '(?<!\\p{L})recommander (?=au )|ce qui suit (?=au )',
    '(?<!\\p{L})(?:adresser|transmette|adresse|transmettre|envoyer) (?=(?:au|aux|à) )',
  ],
  until:
    ":|;|, (?:au moyen|par (?:la voie|une)|dans (?:une|laquelle)|(?:le|la|les|l[’'])? ?(?:priant|demandant|engageant|exhortant|encourageant|invitant))(?!\\p{L})|,? (?:une lettre|un message)(?!\\p{L})|\\.$|\\.(?= \\p{Lu})",
  line: '^(?:Message |Lettre )?(?<who>(?:À|Au|Aux) [^.;]{3,600}?) ?:$',
  headings: [
    {
      words: 'lettres? (?:de la part )?(?:du|de la) présidente? du conseil',
      carrier: 'letter',
      sender: 'president_sc',
    },
    {
      words: 'déclaration publique|communiqué de presse',
      carrier: 'public_statement',
      sender: 'chair',
    },
    {
      words: '(?:action|mesure|intervention)s? direct(?:e|es)? (?:du|prises?|par le) ',
      carrier: 'letter',
      sender: 'chair',
    },
    {
      words: 'recommandations? (?:au|adressées? au) conseil',
      carrier: 'letter',
      sender: 'president_sc',
    },
  ],
  letterPoint:
    '^(?:une? |la |le )?(?:lettres?|messages?)(?: [^,:;]{0,80}?)? (?<who>(?:au|aux|à) [^,:;]{3,300}?) ?(?:[,:]|$)',
  entrusted:
    "(?<!\\p{L})(?:je suis chargée?|j[’']ai été chargée?|j[’']ai pour mandat)[^.;]{0,200}:$",
  letterTo: '(?<!\\p{L})(?:adressée?s? )(?<who>(?:au|aux|à) [^()]{3,200})$',
} as const satisfies EnvelopeTable
