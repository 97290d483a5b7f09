import { Problem } from '@jianbao/errors'
import ExcelJs, { type Workbook } from 'exceljs'
import { checkPackage } from './check-package.ts'

/**
 * Opens a workbook after its parts were looked at. Lists of choices over whole columns are left out: unfolded they
 * fill the memory. @throws Problem `file-damaged` and those of the parts
 */
export async function openBook(bytes: Buffer, file: string): Promise<{ book: Workbook }> {
  const { wideChoices } = await checkPackage(bytes, file)
  const book = new ExcelJs.Workbook()
  try {
    const data = bytes as unknown as Parameters<Workbook['xlsx']['load']>[0]
    await book.xlsx.load(data, wideChoices ? { ignoreNodes: ['dataValidations'] } : {})
  } catch (error) {
    throw new Problem('file-damaged', { file, reason: '表格的内容无法读取' }, { cause: error })
  }
  return { book }
}
