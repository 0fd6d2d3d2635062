/** What the system says where nobody listens at the socket of the database, or no longer. */
const SOCKET_CODES = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])
const SOCKET_CALLS = new Set(['connect', 'read', 'write'])

/** SQLSTATE: connection lost (class 08), server shutting down, crashed, or not yet up. */
const AWAY_STATE = /^(?:08|57P0[123])/

/** What the driver says of its own, without any code. */
const DRIVER_SENTENCE = /^(?:Connection terminated|timeout exceeded when trying to connect)/

/** Whether a query failed because the database is not there, as while its server starts anew. */
export function isDatabaseAway(error: Error): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined) return DRIVER_SENTENCE.test(error.message)
  if (syscall === undefined) return AWAY_STATE.test(code)
  return SOCKET_CALLS.has(syscall) && SOCKET_CODES.has(code)
}
