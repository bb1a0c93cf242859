/** Suggestions for given and family names in the ways that names are written. */
import { expect, test } from "vitest";
import { splitName } from "./splitName";

test.each([
  ["", "", "", ""],
  ["Ólafur", "Ólafur", "", ""],
  ["Ana Novak", "Ana", "", "Novak"],
  ["  Ana   Novak ", "Ana", "", "Novak"],
  ["Marisol Reyes Ibarra", "Marisol", "", "Reyes Ibarra"],
  ["Ludwig van Beethoven", "Ludwig", "", "van Beethoven"],
  ["Maria da Conceição dos Santos", "Maria", "", "da Conceição dos Santos"],
  ["John F. Kennedy", "John", "F.", "Kennedy"],
  ["Kennedy, John", "John", "", "Kennedy"],
  ["Trần Thị Ngọc", "Ngọc", "Thị", "Trần"],
  ["李晓明", "晓明", "", "李"],
  ["김서연", "서연", "", "김"],
  ["José María de la Cruz", "José María", "", "de la Cruz"],
])("%j", (name, given, middle, family) => expect(splitName(name)).toEqual({ given, middle, family }));
