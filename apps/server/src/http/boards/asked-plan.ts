import { findTemplate, type Plan, readyPlans, type Template } from "@hefboom/board";
import type { NewBoardBody } from "@hefboom/contract";

import type { BoardPlan } from "../../boards/board-office.ts";
import { HttpError } from "../errors/http-error.ts";
import { checkStorable } from "./check-storable.ts";

/** The board that somebody asks for. @throws {HttpError} INVALID_INPUT, UNKNOWN_TEMPLATE, INVALID_TEMPLATE, INVALID_PLAN */
export function askedPlan(body: NewBoardBody): BoardPlan {
  checkStorable(body);
  const { title, locale = "nl", authors = "shown" } = body;
  const { template = "elf-hefbomen", plan = "standing" } = body;
  return {
    title: title.trim(),
    locale,
    authors,
    template: templateOf(template),
    plan: planOf(plan),
  };
}

function templateOf(template: string | Template): Template {
  if (typeof template !== "string") return checkTemplate(template);
  const found = findTemplate(template);
  if (found !== undefined) return found;
  throw new HttpError(400, "UNKNOWN_TEMPLATE", `there is no template ${template}`);
}

/** Levers are known by their id alone, so no two may share one. */
function checkTemplate(template: Template): Template {
  const levers = template.groups.flatMap((group) => group.levers.map(({ id }) => id));
  const groups = template.groups.map(({ id }) => id);
  if (areUnique(levers) && areUnique(groups)) return template;
  throw new HttpError(400, "INVALID_TEMPLATE", "two levers or two groups have the same id");
}

function planOf(plan: NonNullable<NewBoardBody["plan"]>): Plan {
  if (typeof plan === "string") return readyPlans[plan];
  if (areUnique(plan.map(({ id }) => id))) return plan;
  throw new HttpError(400, "INVALID_PLAN", "two phases have the same id");
}

const areUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;
