import { Problem } from '@jianbao/errors'

/** Code and Chinese text of the Problem that a promise ends in; whatever else it ends in is thrown. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ code: string; text: string }> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, text: error.text('zh') }
    throw error
  }
  throw new Error('was read')
}
