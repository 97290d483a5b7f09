import { type Persona, type TestApp, uploadBody } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { expect } from 'vitest'
import type { Import, ImportKind } from '../../contract/index.ts'

export type Cells = readonly (ExcelJs.CellValue | undefined)[]

export const unitHeadings = [
  '编码',
  '全称',
  '类别',
  '上级编码',
  '简称',
  '曾用名',
  '行政区划代码',
  '排序',
  '状态',
]
export const personHeadings = ['姓名', '单位编码', '职务', '手机', '状态', '角色', '系统编号']

export async function sheetOf(headings: readonly string[], rows: readonly Cells[]): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet('名册')
  sheet.addRow([...headings])
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Sheets of one kind on their way into the register of `app`, each until the system has done its part. */
export function importer(app: () => TestApp, kind: ImportKind) {
  const headings = kind === 'units' ? unitHeadings : personHeadings
  const keeper = 'system-administrator' as Persona
  const get = async (id: string, as: Persona): Promise<Import> => {
    await app().imports.queue.idle()
    return (await (await app().as(as)).get(`/api/imports/${id}`)).json()
  }
  const sendFile = async (content: Uint8Array, as = keeper): Promise<Import> => {
    const { payload, contentType } = await uploadBody([{ field: 'file', fileName: '名册.xlsx', content }])
    const answer = await (await app().as(as)).upload(payload, contentType, `/api/imports?kind=${kind}`)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return get(answer.json().id, as)
  }
  const send = async (rows: readonly Cells[], as = keeper) => sendFile(await sheetOf(headings, rows), as)
  const confirm = async (id: string, as = keeper): Promise<Import> => {
    expect((await (await app().as(as)).post(`/api/imports/${id}/confirm`)).statusCode).toBe(200)
    return get(id, as)
  }
  const write = async (rows: readonly Cells[], as = keeper): Promise<Import> => {
    const checked = await send(rows, as)
    expect(checked.problems).toEqual([])
    expect(checked.state).toBe('checked')
    return confirm(checked.id, as)
  }
  return { sendFile, send, confirm, write }
}

export const lines = (checked: Import): string[] => checked.problems.map(problem => problem.message)
