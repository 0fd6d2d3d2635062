export const PASSPHRASE = 'a lighthouse keeps its own counsel'
export const FIRST = { name: 'Amina Example', signInName: 'amina', passphrase: PASSPHRASE }
