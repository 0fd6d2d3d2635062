/** What is said of how a record came to be as it is (mrm.md 3.2, 2.2). */
export const WORK_CODES = {
  reopenCause: ['new_information', 'finding_in_doubt', 'state_comment', 'wrong_entry'],
  violationRelation: ['occurred_during', 'resulted_from', 'remainder_of'],
  /** Where a report belongs that is not for the mechanism (R-VIO-1, R-VIO-4, R-VIO-5). */
  channel: ['un_conduct', 'child_protection', 'human_rights', 'investigation'],
} as const satisfies Readonly<Record<string, readonly string[]>>
