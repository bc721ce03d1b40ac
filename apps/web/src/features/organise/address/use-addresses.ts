import type { Addresses } from "@hefboom/contract";
import { useCallback, useEffect, useState } from "react";

import { callApi } from "../../../api/call-api.ts";

const path = "/api/addresses";

export interface AddressChoice {
  /** Best first; empty until they are known. */
  readonly addresses: Addresses;
  /** What links and QR codes begin with; the page's own origin until the server has said. */
  readonly base: string;
  readonly isLoopback: boolean;
  readonly error: unknown;
  choose(base: string): Promise<void>;
}

export function useAddresses(): AddressChoice {
  const [addresses, setAddresses] = useState<Addresses>([]);
  const [error, setError] = useState<unknown>();
  const load = useCallback(async () => {
    setAddresses(await callApi<Addresses>({ method: "GET", path, role: "organiser" }));
  }, []);
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
      setError(undefined);
    } catch (problem) {
      setError(problem);
    }
  }, []);
  useEffect(() => void attempt(load), [attempt, load]);
  const choose = (base: string) =>
    attempt(async () => {
      await callApi({ method: "PUT", path, body: { base }, role: "organiser" });
      await load();
    });
  const chosen = addresses.find((address) => address.isChosen) ?? addresses[0];
  return {
    addresses,
    base: chosen?.base ?? location.origin,
    isLoopback: chosen?.isLoopback ?? false,
    error,
    choose,
  };
}
