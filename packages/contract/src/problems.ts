/**
 * Every refusal the server can answer with: code and HTTP status. The sentences, in every interface
 * language, stand in core's catalogue `problems.json` under the same codes (`<code>` the sentence,
 * `<code>.help` what to do). A code is never reused for another meaning.
 */
export const PROBLEMS = {
  'request.invalid': 400,
  'request.origin': 403,
  'request.tooLarge': 413,
  'request.unknownAddress': 404,
  'request.method': 405,
  'server.failed': 500,
  'server.stopping': 503,
  'server.databaseAway': 503,
  'access.signedOut': 401,
  'access.denied': 403,
  'session.wrong': 401,
  'session.throttled': 429,
  'setup.done': 409,
  'account.nameTaken': 409,
  'document.unknown': 404,
  'document.held': 409,
  'document.sameFile': 409,
  'document.sameFileRemoved': 409,
  'document.languageUnknown': 422,
  'document.languageMissing': 404,
  'file.empty': 422,
  'file.tooLarge': 413,
  'file.unknownType': 422,
  'file.wrongEncoding': 422,
  'file.encrypted': 422,
  'file.noText': 422,
  'file.damaged': 422,
  'file.bomb': 422,
  'file.tooSlow': 422,
  'file.tooLong': 422,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof PROBLEMS
