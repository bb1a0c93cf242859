/** A calendar day, typed or picked. Values are `YYYY-MM-DD`. */
import { parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, CalendarHeading } from "react-aria-components/Calendar";
import { DateInput, DatePicker, DateSegment } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { join } from "../join";
import field from "./field.module.css";
import css from "./DateField.module.css";

export interface DateFieldProps {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  hint?: string;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  className?: string | undefined;
  /** The focus has left it. */
  onLeave?: () => void;
  /** The calendar was opened or closed. */
  onPicking?: (isOpen: boolean) => void;
}

export function DateField({ label, value, onChange, hint, min, max, isDisabled = false, className, onLeave, onPicking }: DateFieldProps) {
  return (
    <DatePicker
      className={join(field.field, className)}
      value={value ? parseDate(value) : null}
      onChange={(day) => onChange(day ? day.toString() : null)}
      isDisabled={isDisabled}
      {...(onLeave && { onBlur: onLeave })}
      {...(onPicking && { onOpenChange: onPicking })}
      {...(min && { minValue: parseDate(min) })}
      {...(max && { maxValue: parseDate(max) })}
    >
      <Label className={field.label}>{label}</Label>
      <Group className={join(field.box, css.box)}>
        <DateInput className={css.input}>{(segment) => <DateSegment segment={segment} className={css.segment} />}</DateInput>
        <Button className={css.open}><CalendarDays size={15} strokeWidth={1.75} aria-hidden /></Button>
      </Group>
      {hint && <Text slot="description" className={field.hint}>{hint}</Text>}
      <Popover className={field.pop} offset={4}>
        <Dialog className={css.dialog}>
          <Calendar className={css.calendar}>
            <header className={css.head}>
              <Button slot="previous" className={css.turn}><ChevronLeft size={16} aria-hidden /></Button>
              <CalendarHeading className={css.month} />
              <Button slot="next" className={css.turn}><ChevronRight size={16} aria-hidden /></Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{(day) => <CalendarHeaderCell className={css.weekday}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className={css.day} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
