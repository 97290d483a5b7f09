import { expect, it } from 'vitest'
import { filesOfDrop, filesOfFolder, isLeftover } from './dropped-files.ts'

const file = (path: string) =>
  Object.defineProperty(new File(['文'], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path })

type Tree = { readonly [name: string]: Tree | string }

/** What a browser gives for a dropped folder, three entries at a time. */
function entryOf(name: string, what: Tree | string): unknown {
  if (typeof what === 'string')
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (found: (f: File) => void) => found(new File([what], name)),
    }
  const left = Object.entries(what).map(([inner, each]) => entryOf(inner, each))
  const readEntries = (found: (entries: unknown[]) => void) => found(left.splice(0, 3))
  return { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) }
}
const dropOf = (tree: Tree) =>
  Object.entries(tree).map(([name, what]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, what),
    getAsFile: () => null,
  })) as unknown as DataTransferItemList

it('takes all files of a folder in reading order, without what systems leave behind', () => {
  const chosen = ['旧简报/第10期.txt', '旧简报/第2期.txt', '旧简报/.DS_Store', '旧简报/__MACOSX/._第2期.txt']
  expect(filesOfFolder(chosen.map(file)).map(each => each.name)).toEqual(['第2期.txt', '第10期.txt'])
})

it('walks dropped folders to their ends, however many portions they come in', async () => {
  const year = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`第${at + 1}期.docx`, '文']))
  const files = await filesOfDrop(dropOf({ 旧简报: { '2021': year, 'Thumbs.db': '' }, '单份.txt': '文' }))
  expect(files.map(each => each.name)).toEqual([...Object.keys(year), '单份.txt'])
})

it('takes bytes from another program, and no dragged words', async () => {
  const attachment = {
    kind: 'file',
    webkitGetAsEntry: () => null,
    getAsFile: () => new File(['文'], '附件.docx'),
  }
  const words = { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }
  const files = await filesOfDrop([words, attachment] as unknown as DataTransferItemList)
  expect(files.map(each => each.name)).toEqual(['附件.docx'])
})

it('knows leftovers by their names alone', () => {
  expect(['.DS_Store', '~$第3期.docx', 'desktop.ini', 'Thumbs.db'].every(isLeftover)).toBe(true)
  expect(['第3期.docx', 'thumbs.txt', '桌面.ini'].some(isLeftover)).toBe(false)
})
