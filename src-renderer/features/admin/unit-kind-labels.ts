import { adminMessages as words } from '#shared/i18n/admin.ts'

export const unitKindLabels = {
  central: words.kindCentral,
  office: words.kindOffice,
  department: words.kindDepartment,
  directorate: words.kindDirectorate,
} as const
