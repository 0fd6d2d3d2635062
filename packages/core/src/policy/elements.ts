import { FIELD_CLASSES, mostSensitive, type SensitivityClass } from './facts.ts'

/**
 * The class of every element of an incident (mrm.md 2.2, by the classes of 8.2), whatever the class of
 * the record that holds it: the one table that says so. Elements of the header take theirs from there.
 */
export const ELEMENT_CLASSES = {
  'incident.id': 'S2',
  'incident.title': 'S2',
  'incident.occurredOn': 'S2',
  'incident.firstReportedOn': 'S2',
  'incident.region': FIELD_CLASSES.region,
  'incident.lowerAdminLevels': 'S1',
  'incident.coordinates': 'S0',
  'incident.placeType': 'S2',
  'incident.confidentialAccount': 'S1',
  'incident.publicAccount': 'S2',
  'incident.relatedIncidents': 'S2',
  'incident.duplicateOf': 'S2',
  'violation.category': 'S2',
  'violation.start': 'S2',
  'violation.end': 'S2',
  'violation.victims': 'S2',
  'violation.tally': 'S2',
  'violation.attribution': 'S2',
  'violation.weapon': 'S2',
  'violation.method': 'S2',
  'violation.attackType': 'S2',
  'violation.targeted': 'S2',
  'violation.indiscriminateElements': 'S2',
  'violation.crossBorder': 'S2',
  'violation.relatedViolations': 'S2',
  'violation.verification': 'S2',
  'victim.code': 'S2',
  'victim.sex': 'S2',
  'victim.ageAtViolation': 'S2',
  'victim.estimated': 'S2',
  'victim.dateOfBirth': 'S0',
  'victim.vulnerabilities': 'S1',
  'victim.disability': 'S1',
  'victim.consent': 'S1',
  'group.description': 'S1',
  'group.number': 'S2',
  'group.estimated': 'S2',
  'group.sexMix': 'S2',
  'group.ageBands': 'S2',
  'group.adultsAffected': 'S2',
  'party.involvement': 'S2',
  'source.category': 'S1',
  'source.type': 'S1',
  'source.collectedOn': 'S1',
  'source.collectedBy': 'S0',
  'source.reliability': 'S1',
  'source.reliabilityReason': 'S1',
  'source.credibility': 'S1',
  'source.credibilityReason': 'S1',
  'source.corroborates': 'S1',
  'source.consent': 'S1',
  'source.childNeedsServices': 'S1',
  'response.action': 'S2',
  'response.addressee': 'S2',
  'response.date': 'S2',
  'response.status': 'S2',
  'response.dueOn': 'S2',
} as const satisfies Readonly<Record<string, SensitivityClass>>

export type Element = keyof typeof ELEMENT_CLASSES

/** What makes elements of a violation more sensitive than they are by themselves (mrm.md 8.2). */
export interface Surroundings {
  /** Records of sexual violence are strictly confidential as a whole. */
  readonly sexualViolence?: boolean
  /** Which party it was is alleged, not verified. */
  readonly alleged?: boolean
}

/** The class of one element where it stands: never below that of the table. */
export function classOfElement(
  element: Element,
  { sexualViolence = false, alleged = false }: Surroundings = {},
): SensitivityClass {
  const own = ELEMENT_CLASSES[element]
  const isParty = element === 'violation.attribution' || element === 'party.involvement'
  return sexualViolence || (alleged && isParty) ? mostSensitive([own, 'S1']) : own
}
