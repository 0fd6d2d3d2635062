import { startCluster } from './clusters.ts'
import { prepareTemplate } from './database.ts'

/** Vitest runs this once before all test files of the server: one cluster, one migrated template. */
export async function setup(): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  await prepareTemplate(cluster.postgres)
  return () => cluster.remove()
}
