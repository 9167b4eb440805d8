import { adminMessages as words } from './admin.ts'

export const unitKindLabels = {
  central: words.kindCentral,
  office: words.kindOffice,
  department: words.kindDepartment,
  directorate: words.kindDirectorate,
} as const
