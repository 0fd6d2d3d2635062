export { Listing, nameOn, isProvisional, Party, PartyName, PartyRelation } from './party.ts'
export { latestListing, type PartyBook, type PrintedName, printedName } from './printed.ts'
export {
  findRelationFault,
  historyOfParty,
  membersOn,
  type PartyBranch,
  type PartyEvent,
  type RelationFault,
  treeOn,
  umbrellaOn,
} from './relations.ts'
export { type AttributionRow, type RowCircumstances, rowOf } from './rows.ts'
export * from './vocabulary.ts'
