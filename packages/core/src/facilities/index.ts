export { type FacilityEvent, facilityOn, type FacilityState } from './facility.ts'
