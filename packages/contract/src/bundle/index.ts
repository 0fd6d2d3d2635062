export { BUNDLE_FAULTS, type BundleFault } from './faults.ts'
export { reportToWire, toWire } from './glossary.ts'
export { type BundleSource, readBundle, readBundleSource } from './read.ts'
export { bundleSchema } from './schema.ts'
