import type { DocumentLanguage } from '../model.ts'

/**
 * Words of up to three letters. Dictionaries hold so many oddities of this length ("ell", "tho",
 * "mun") that a fragment counts as a word only when it stands here. Articles and prepositions of
 * foreign names are among them, lest "chemin de fer" become "chemin defer".
 */
const SHORT_WORDS: Partial<Record<DocumentLanguage, string>> = {
  en: `a i ad am an as at be by do go he if in is it me my no of on or so to un up us vs we
    act add age ago aid aim air all and any are arm art ask bad ban bar bay bed big bus but buy can car
    cut day did die due end era fee few fit for gap gas get God got had has her him his hit how ill its
    key law lay led let lie low man map may men met mid mix new nor not now off oil old one our out own
    pay per put ran raw red run sad say sea see set sex she sir six son tax ten the tie too top try
    two use via war was way wet who why win won yes yet you
    al da de del des di du el en es et la las le les los van von`,
  fr: `a à ai an as au ce ci de du en es et eu il in je la le lu me ma mi mu ne né ni nu on or os ou où
    pu sa se si su sa ta te tu un va vu y
    âge aux ans but car cas ces ceu cet clé des dès dit dix don dur elu élu eux feu fin foi gré ici ils
    jeu les leu lié lui mal mer mes mis mon mot net nom non nos oui par pas peu pis plu pré puy que qui
    rôle roi rue sec ses six soi son sud sur tel tes toi ton tôt une vie vol vos vue
    ad al del el es los van von`,
}

const sets = new Map(
  Object.entries(SHORT_WORDS).map(([language, words]) => [
    language,
    new Set(words.split(/\s+/).map((word) => word.toLowerCase())),
  ]),
)

/** Whether a fragment of up to three letters is a word that stands by itself. */
export function isShortWord(fragment: string, language: DocumentLanguage): boolean {
  return sets.get(language)?.has(fragment.toLowerCase()) ?? false
}
