/** What a provider states about its keys: how many live, and the root over their ids (security.md 4.4). */
interface Attestation {
  readonly size: number
  /** 32 bytes in Base64. */
  readonly root: string
}

/**
 * Who keeps the keys of records. The one that Vigil brings keeps them in a file (`file-provider.ts`);
 * one for a hardware module or the key service of a cloud implements the same, and is handed to
 * `createCustody`. How to write one stands in docs/guide/operator.md. All ids are UUIDs in lower case;
 * keys are 32 bytes; the caller asks for one thing after the other.
 */
export interface KeyProvider {
  /** Keeps `dataKey` under `keyId`, durably when it returns. Throws where the id is or was in use. */
  wrap(keyId: string, dataKey: Uint8Array): Promise<void>
  /** The key; undefined where none of this id lives. Throws a `Sealed` while keys cannot be opened. */
  unwrap(keyId: string): Promise<Uint8Array | undefined>
  /** Destroys the key so that nobody can bring it back; it may be gone already. */
  destroy(keyId: string): Promise<void>
  /** The ids of all keys that live. */
  list(): readonly string[]
  attest(): Attestation
}

/** Keys are there and cannot be opened: nobody has unlocked them since the start. */
export class Sealed extends Error {
  override readonly name = 'Sealed'
}
