/**
 * Settings under which a server writes no value of any statement into its messages: they could name a
 * person. Errors are left out whole, since their sentences quote what was sent.
 */
export const QUIET = {
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const
