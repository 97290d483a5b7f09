import type { ImportKind } from '../../contract/index.ts'
import { personForm } from './person.form.ts'
import type { SheetForm } from './sheet.types.ts'
import { unitForm } from './unit.form.ts'

export const sheetForms: Readonly<Record<ImportKind, SheetForm>> = { units: unitForm, people: personForm }

/** Columns that any sheet may have and that are never looked at. */
export const idleHeadings = ['序号', '备注', '导入结果', '问题']
export const resultHeading = '导入结果'
/** Sheets of the template that hold no data. */
export const idleSheets = ['填写说明', '示例']
