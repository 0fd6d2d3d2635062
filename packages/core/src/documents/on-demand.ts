/** What `make` gives for a key: made when it is first asked for, and kept. `make` must be pure. */
export function onDemand<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
