/** On a terminal only, on the line below what was printed; empty words take the line away. */
export function showProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`)
}
