import ExcelJS from 'exceljs'

/** In: the bytes of a workbook. Out: the workbook, read anew. */
export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // Its declarations have a `Buffer` of their own, which is not that of Node.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  return workbook
}
