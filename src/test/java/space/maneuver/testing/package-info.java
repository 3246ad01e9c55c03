/**
 * What tests of more than one package take: made-up and published element sets, histories, bundles
 * and windows. What the tests of one package alone need stands there.
 *
 * <table>
 *   <caption>Which to take</caption>
 *   <tr><th>for</th><th>take</th></tr>
 *   <tr><td>one element set, or an element set changed</td><td>{@link ElementSetBuilder}</td></tr>
 *   <tr><td>element sets as publishers write them</td><td>{@link PublishedElementSets}</td></tr>
 *   <tr><td>element sets of any kind that a format can hold</td><td>{@link RandomElements}</td></tr>
 *   <tr>
 *     <td>a daily history with burns, apart from SGP4; labelled histories to train on</td>
 *     <td>{@link KeplerHistory}</td>
 *   </tr>
 *   <tr>
 *     <td>a history that SGP4 reproduces, of any orbit, cadence, burn and noise</td>
 *     <td>{@link Sgp4History}</td>
 *   </tr>
 *   <tr><td>a history that SGP4 cannot propagate</td><td>{@link ReentryHistory}</td></tr>
 *   <tr>
 *     <td>text of a history as real as the simulator makes it, long, or of many objects</td>
 *     <td>{@link SimulatedTles}</td>
 *   </tr>
 *   <tr><td>text of a few quiet element sets to post</td><td>{@link CryoSatText}</td></tr>
 *   <tr><td>the text of other element sets, in any format</td><td>{@link ElementSetDocument}</td></tr>
 *   <tr><td>such a text damaged; what is read from it</td><td>{@link Damage}; {@link Reading}</td></tr>
 *   <tr><td>burns and times for a scorer</td><td>{@link LabelledDays}, {@link ReferenceCases}</td></tr>
 *   <tr>
 *     <td>a bundle as files; for a detector of days or of element sets</td>
 *     <td>{@link Bundles}; {@link DailyBundles}, {@link StepBundles}</td>
 *   </tr>
 *   <tr><td>windows for a network</td><td>{@link Windows}</td></tr>
 *   <tr><td>a PostgreSQL server</td><td>{@link PostgresqlImage}</td></tr>
 * </table>
 */
@NullMarked
package space.maneuver.testing;

import org.jspecify.annotations.NullMarked;
