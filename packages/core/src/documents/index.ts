export * from './model.ts'
export * from './format.ts'
