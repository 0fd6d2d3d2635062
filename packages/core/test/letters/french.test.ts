import { expect, test } from 'vitest'
import { renderText } from '../../src/letters/index.ts'
import { endPoint } from '../../src/letters/rules/punctuation.ts'
import { FRENCH } from '../../src/letters/languages/french.ts'
import { draftOf, FACTS, readConclusions } from './support.ts'

const ALDONIE = `Groupe de travail sur les enfants et les conflits armés

Conclusions sur les enfants et le conflit armé en Aldonie

1. Au cours d’une séance officielle tenue le 3 mars 2031, le Groupe de travail sur les enfants et les conflits armés a examiné le premier rapport du Secrétaire général sur les enfants et le conflit armé en Aldonie (S/2031/56), qui porte sur l’année 2030. La Représentante permanente de l’Aldonie auprès de l’Organisation des Nations Unies a également pris la parole.

2. Les membres du Groupe de travail ont accueilli avec satisfaction le rapport du Secrétaire général. Comme suite à la réunion et sous réserve du droit international applicable et des résolutions pertinentes du Conseil de sécurité, notamment les résolutions 1612 (2005) et 2601 (2021), le Groupe de travail est convenu de prendre directement les mesures énoncées ci-après.

Déclaration publique de la présidence du Groupe de travail

3. Le Groupe de travail est convenu d’adresser, au moyen d’une déclaration publique de sa présidence, un message à toutes les parties au conflit armé en Aldonie :

a) Condamnant fermement toutes les violations ;

b) Se déclarant gravement préoccupé par les enlèvements.

Recommandations au Conseil de sécurité

4. Le Groupe de travail est convenu de recommander que le Président du Conseil de sécurité transmette une lettre au Secrétaire général :

a) Priant le Secrétaire général de poursuivre l’action de l’équipe spéciale de pays ;

b) Priant également le Secrétaire général de veiller à la conservation des données ;

c) Priant en outre le Secrétaire général de faire rapport ;

d) Se félicitant des efforts faits et demandant au Secrétaire général de les poursuivre.
`

const facts = {
  ...FACTS,
  country: 'Aldonie',
  stateSpeaker: 'Un représentant de la Mission permanente de l’Aldonie',
}
const conclusions = readConclusions(ALDONIE)

test('a French letter has French frames, the infinitive and "vous" before it', () => {
  const draft = draftOf({ ...conclusions, envelope: 'para_4', facts })
  expect(draft.flags).toEqual([{ code: 'form_not_confirmed', block: null }])
  expect(renderText(draft).replaceAll('\u00a0', ' ')).toBe(`Conseil de sécurité

Distr. générale
4 juin 2031
français
Original : français

Lettre datée du 3 juin 2031, adressée au Secrétaire général par la présidence du Conseil de sécurité

Au titre de la présidence du Conseil de sécurité, j’ai l’honneur de transmettre ci-joint une lettre datée du 1er juin 2031 (voir annexe), émanant de la présidence du Groupe de travail sur les enfants et les conflits armés créé par la résolution 1612 (2005) du Conseil, fondée sur les conclusions que le Groupe de travail a adoptées le 2 mai 2031 (S/AC.51/2031/1).

(Signé) Karl van den Berg
Présidence du Conseil de sécurité

Annexe

[Original : anglais]

Lors d’une séance officielle tenue le 3 mars 2031, le Groupe de travail sur les enfants et les conflits armés a examiné le premier rapport du Secrétaire général sur les enfants et le conflit armé en Aldonie (S/2031/56), qui porte sur l’année 2030. Un représentant de la Mission permanente de l’Aldonie a également pris la parole. Le Groupe de travail a adopté ses conclusions sur les enfants et le conflit armé en Aldonie le 2 mai 2031 (S/AC.51/2031/1).

Comme suite aux recommandations du Groupe de travail et sous réserve du droit international applicable et des résolutions pertinentes du Conseil de sécurité, notamment les résolutions 1612 (2005) et 2601 (2021), il m’a été demandé, au titre de la présidence du Groupe de travail, de :

a) Vous prier de poursuivre l’action de l’équipe spéciale de pays ;

b) Vous prier également de veiller à la conservation des données ;

c) Vous prier en outre de faire rapport ;

d) Indiquer que le Groupe de travail se félicite des efforts faits et demandant au Secrétaire général de les poursuivre.

(Signé) Ana Brun
Présidence

Groupe de travail sur les enfants et les conflits armés
`)
})

test('a French statement keeps its participles under "À l’intention de"', () => {
  const text = renderText(draftOf({ ...conclusions, envelope: 'para_3', facts }))
  expect(text.replaceAll('\u00a0', ' ')).toMatch(
    /À l’intention de toutes les parties au conflit armé en Aldonie :\n\n• Condamnant fermement toutes les violations ;\n\n• Se déclarant gravement préoccupé par les enlèvements\.\n$/,
  )
})

test('points that are left out set "également" and "en outre" anew', () => {
  const choices = { language: null, leftOut: ['para_4__point_a'], accepted: [], edits: [] }
  const text = renderText(draftOf({ ...conclusions, envelope: 'para_4', facts, choices }))
  expect(text).toContain('a) Vous prier de veiller')
  expect(text).toContain('b) Vous prier également de faire rapport')
})

test.each([
  ['Mali', 'au Mali'],
  ['Aldonie', 'en Aldonie'],
  ['République centrafricaine', 'en République centrafricaine'],
  ['République démocratique du Congo', 'en République démocratique du Congo'],
  ['Soudan du Sud', 'au Soudan du Sud'],
  ['Yémen', 'au Yémen'],
  ['Iraq', 'en Iraq'],
  ['Haïti', 'en Haïti'],
  ['Afghanistan', 'en Afghanistan'],
  ['Mozambique', 'au Mozambique'],
  ['Philippines', 'aux Philippines'],
  ['dans le bassin du lac Tchad', 'dans le bassin du lac Tchad'],
])('%s is written "%s"', (name, written) => {
  expect(FRENCH.inCountry(name)).toBe(written)
})

test.each([
  ['A ;', false, 'A ;'],
  ['A ; et', false, 'A ;'],
  ['A ; et', true, 'A.'],
  ['A :', true, 'A :'],
])('"%s" left out of order (last: %s) ends as "%s"', (text, last, ended) => {
  expect(endPoint(text, last)).toBe(ended)
})
