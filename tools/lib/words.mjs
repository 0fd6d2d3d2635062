// What the bootstrap says, before any catalogue can be read.
// Plain JavaScript: it runs before anything of the project is installed.

const ENGLISH = {
  installing: 'Installing the packages of Vigil (once, about 30 seconds) …',
  building: 'Building the web application …',
  offline:
    'The packages of Vigil could not be fetched: connect this machine to the network and try again.',
  installFailed: 'The packages of Vigil could not be installed; the messages above say why.',
  buildFailed: 'The web application could not be built; the messages above say why.',
  noNpm: 'npm is missing; install Node.js 20 or newer together with npm and try again.',
  noNode:
    'There is no Node 24 for this platform among the packages; install Node.js 24 and try again.',
}

/** @type {typeof ENGLISH} */
const FRENCH = {
  installing: 'Installation des paquets de Vigil (une seule fois, environ 30 secondes) …',
  building: 'Construction de l’application web …',
  offline:
    'Les paquets de Vigil n’ont pas pu être téléchargés : connectez cette machine au réseau et réessayez.',
  installFailed:
    'Les paquets de Vigil n’ont pas pu être installés ; les messages ci-dessus disent pourquoi.',
  buildFailed:
    'L’application web n’a pas pu être construite ; les messages ci-dessus disent pourquoi.',
  noNpm: 'npm manque ; installez Node.js 20 ou plus récent avec npm et réessayez.',
  noNode:
    'Aucun Node 24 pour cette plateforme parmi les paquets ; installez Node.js 24 et réessayez.',
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env

/** In the language of the terminal, on standard error: standard output belongs to the command. */
export const WORDS = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('fr') ? FRENCH : ENGLISH

/** Ends the bootstrap with one sentence. @param {string} sentence @returns {never} */
export function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
