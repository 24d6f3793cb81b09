/**
 * Public holidays and make-up workdays (调休) of mainland China.
 *
 * Source: the yearly notice of the General Office of the State Council on the arrangement of
 * public holidays (国务院办公厅关于部分节假日安排的通知): for 2024 of 2023-10-25 (国办发明电〔2023〕7号),
 * for 2025 of 2024-11-12 (国办发明电〔2024〕12号), for 2026 of 2025-11-04. The notice of a year comes
 * out in the autumn before, so later years are unknown, not free of holidays.
 */
export interface HolidayYear {
  /** Days off as `first` or `first/last`, month and day. */
  readonly off: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly work: readonly string[];
}

export const chinaHolidays: Readonly<Record<number, HolidayYear>> = {
  2024: {
    off: [
      '01-01',
      '02-10/02-17',
      '04-04/04-06',
      '05-01/05-05',
      '06-10',
      '09-15/09-17',
      '10-01/10-07',
    ],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      '01-01/01-03',
      '02-15/02-23',
      '04-04/04-06',
      '05-01/05-05',
      '06-19/06-21',
      '09-25/09-27',
      '10-01/10-07',
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};
