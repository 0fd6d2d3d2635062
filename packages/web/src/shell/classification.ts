/** What a page shows, as the line above it and the head of every printed page name it. */
export type Classification = 'documents' | 'log' | 'checkpoints'
