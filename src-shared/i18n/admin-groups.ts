import type { Messages } from './messages.ts'

/** Words of the permission groups and the table of their rights (G-02). */
export const adminGroupMessages = {
  addGroup: { ar: 'إضافة مجموعة', en: 'Add a group' },
  editGroup: { ar: 'تعديل مجموعة', en: 'Edit a group' },
  groupsNote: {
    ar: 'لكل مستخدم ما تمنحه مجموعاته مجتمعة. اختر مجموعة لتعديل صلاحياتها.',
    en: 'A user may do what his groups give together. Choose a group to change its rights.',
  },
  matrix: { ar: 'الصلاحيات حسب المجموعة', en: 'Rights by group' },
  right: { ar: 'الصلاحية', en: 'Right' },
  granted: { ar: 'ممنوحة', en: 'Granted' },
  notGranted: { ar: 'غير ممنوحة', en: 'Not granted' },
  groupRights: { ar: 'صلاحيات المجموعة', en: 'Rights of the group' },
  groupCodeHint: { ar: 'حروف لاتينية صغيرة وأرقام وشرطة سفلية', en: 'Small letters, digits and underscore' },
  needGroupCode: { ar: 'أدخل رمزاً من حروف لاتينية صغيرة', en: 'Enter a code of small letters' },
  codeTaken: { ar: 'الرمز مستعمل', en: 'The code is in use' },
  members: {
    ar: {
      zero: 'بلا أعضاء',
      one: 'عضو واحد',
      two: 'عضوان',
      few: '{count} أعضاء',
      many: '{count} عضواً',
      other: '{count} عضو',
    },
    en: { zero: 'no members', one: '{count} member', other: '{count} members' },
  },
  rightsReception: { ar: 'الاستقبال', en: 'Reception' },
  rightsWork: { ar: 'معالجة الطلب', en: 'Working a case' },
  rightsHead: { ar: 'رئاسة الفريق', en: 'Heading the team' },
  rightsOversight: { ar: 'المتابعة والإدارة', en: 'Oversight and administration' },
} as const satisfies Messages
