/** What is said of people, ages, dates and places (mrm.md 2.2). */
export const COMMON_CODES = {
  /** What is not known is said to be unknown, never left to be guessed. */
  answer: ['yes', 'no', 'unknown'],
  /** A child whose sex is unknown stays so (R-COUNT-10). */
  sex: ['boy', 'girl', 'unknown'],
  sexMix: ['boys', 'girls', 'mixed', 'unknown'],
  /** The bands of table T9. */
  ageBand: ['age_0_5', 'age_6_10', 'age_11_13', 'age_14_17', 'unknown'],
  /** How an age is known (R-AGE-5). */
  ageStatus: [
    'documented',
    'stated',
    'assessed_child',
    'presumed_child',
    'assessed_adult',
    'unknown',
  ],
  datePrecision: ['day', 'month', 'quarter', 'year'],
  /** How near to the unit that is named. */
  placePrecision: ['in', 'near', 'between'],
  vulnerability: [
    'displaced',
    'refugee',
    'asylum_seeker',
    'returnee',
    'stateless',
    'unaccompanied',
    'separated',
    'disabled',
    'detained',
    'recruited',
    'abducted',
  ],
  /** The six domains of the Washington Group Short Set. */
  disabilityDomain: ['seeing', 'hearing', 'walking', 'remembering', 'self_care', 'communicating'],
  /** The answers of the Washington Group Short Set, and unknown. */
  difficulty: ['none', 'some', 'a_lot', 'cannot_do', 'unknown'],
} as const satisfies Readonly<Record<string, readonly string[]>>
