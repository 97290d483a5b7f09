import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '@jianbao/errors'

/** The words of a call are off; the message says how. */
export class UsageError extends Error {}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>

/** Parsed options and the files named; unknown options and a wrong number of files are usage errors. */
export function readArguments(args: string[], options: Options, files: { least: number; most: number }) {
  const parsed = (() => {
    try {
      return parseArgs({
        args,
        options: options as NonNullable<Parameters<typeof parseArgs>[0]>['options'] & {},
        allowPositionals: true,
        strict: true,
      })
    } catch (error) {
      throw new UsageError(wrongWords(error))
    }
  })()
  if (parsed.positionals.length < files.least) throw new UsageError('没有指明文件')
  if (parsed.positionals.length > files.most) throw new UsageError(`只能给 ${files.most} 个文件`)
  return { values: parsed.values as Record<string, string | boolean | undefined>, files: parsed.positionals }
}

/** Node words its complaints in English; the person reads one line of Chinese. */
function wrongWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const option = /'(-[^' ,]+)/.exec(message)?.[1]
  if (!option) return message
  return /unknown/i.test(message) ? `没有 ${option} 这个选项` : `选项 ${option} 的值有误`
}

/** 20 MiB: ten years of one office's bulletins are smaller. */
export const limitBytes = 20 * 1024 * 1024

const reasons: Record<string, string> = {
  ENOENT: '文件或文件夹不存在',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EISDIR: '这是一个文件夹，不是文件',
  ENOTDIR: '路径有误',
  ELOOP: '链接成环',
  ENAMETOOLONG: '文件名太长',
}

/** Bytes of a file the user named; throws Problem `file-unreadable` or `file-too-large` with the name as given. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) throw new Problem('file-unreadable', { file: path, reason: reasons['EISDIR']! })
    if (!facts.isFile()) throw new Problem('file-unreadable', { file: path, reason: '不是普通文件' })
    if (facts.size > limitBytes) {
      throw new Problem('file-too-large', { file: basename(path), limitMiB: limitBytes / 1024 / 1024 })
    }
    return await readFile(path)
  } catch (error) {
    throw error instanceof Problem ? error : refusalOf(error, path)
  }
}

/** What the file system says of a file the user named, as a Problem in words; other errors are thrown on. */
export function refusalOf(error: unknown, path: string): Problem {
  return new Problem('file-unreadable', { file: path, reason: reasonOf(error) }, { cause: error })
}

/** The file system's error in words; any other error is thrown on. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!Object.hasOwn(reasons, code)) throw error
  return reasons[code]!
}
