export * from './document.ts'
export * from './problem.ts'
export * from './session.ts'
export * from './health.ts'
