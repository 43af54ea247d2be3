// Web Mercator on the unit square: x and y run from 0 to 1, y southwards (EPSG:3857, scaled).

export const TILE_PX = 256;

export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Width of the world in CSS pixels at a zoom. */
export function worldPx(zoom: number): number {
  return TILE_PX * 2 ** zoom;
}

/** Pixels that a length on the ground takes at a latitude and zoom. */
export function groundPx(km: number, lat: number, zoom: number): number {
  const EQUATOR_KM = 40_075.017;
  return ((km / EQUATOR_KM) * worldPx(zoom)) / Math.cos((lat * Math.PI) / 180);
}
