export interface LogPending {
  seq: number
}
