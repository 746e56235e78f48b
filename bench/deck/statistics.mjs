/** A quantile, between the two values nearest to it. */
export function quantile(values, q) {
    const sorted = [...values].sort((a, b) => a - b);
    const place = q * (sorted.length - 1);
    const low = Math.floor(place);
    return sorted[low] + (place - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

/**
 * The slope of the least-squares line through points, and half the width of its 95 % interval. The interval takes the points
 * for independent of each other, which a heap's are not quite.
 */
export function slope(points) {
    const n = points.length;
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / n;
    const [middleX, middleY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
    const spread = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
    const rise = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0) / spread;
    const left = points.reduce((sum, [x, y]) => sum + (y - middleY - rise * (x - middleX)) ** 2, 0);
    // Student's t for 95 %, from 5 degrees of freedom on within 1 %: 1.96 + 2.4/f + 2.8/f^2.
    const freedom = n - 2;
    const t = 1.96 + 2.4 / freedom + 2.8 / freedom ** 2;
    return { perUnit: rise, uncertainty: t * Math.sqrt(left / freedom / spread) };
}
