export { type FileCache, openFileCache } from './file-cache.ts'
export { type FileStore, openFileStore, type ReceivedFile } from './file-store.ts'
