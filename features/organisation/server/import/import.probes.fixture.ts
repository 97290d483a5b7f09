import { randomUUID } from 'node:crypto'
import { type TestApp, uploadBody } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import type { Import } from '../../contract/index.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh import of the test unit `city`, by operation. */
export async function importProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const checked = async (deed: string, parent = '990100'): Promise<Target> => {
    const book = new ExcelJs.Workbook()
    const sheet = book.addWorksheet('单位')
    sheet.addRow(['编码', '全称', '类别', '上级编码'])
    const code = randomUUID().slice(0, 8)
    sheet.addRow([code, `学会${code}`, '学会', parent])
    const content = Buffer.from(await book.xlsx.writeBuffer())
    const { payload, contentType } = await uploadBody([{ field: 'file', fileName: '单位.xlsx', content }])
    const keeper = await app.as('system-administrator@city')
    const sent = await keeper.upload(payload, contentType, '/api/imports?kind=units')
    await app.imports.queue.idle()
    return { url: `/api/imports/${sent.json<Import>().id}${deed}` }
  }
  return {
    getImport: () => checked(''),
    confirmImport: () => checked('/confirm'),
    withdrawImport: () => checked('/withdraw'),
    downloadImport: () => checked('/result'),
  }
}
