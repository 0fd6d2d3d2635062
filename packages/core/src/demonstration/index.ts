export { grantOf } from './grant.ts'
export {
  CO_CHAIRING,
  DEMONSTRATION_ACCOUNT,
  DEMONSTRATION_PASSPHRASE,
  DemonstrationPerson,
  OPERATION,
  PEOPLE,
  signInNameOf,
} from './people.ts'
