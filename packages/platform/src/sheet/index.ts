export { sendSheet, sheetResponse } from './send-sheet.ts'
export { cellText, type SheetCell, type SheetColumn, type SheetHead, writeSheet } from './write-sheet.ts'
