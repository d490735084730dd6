using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WaysToGetGoods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "order_amounts",
                table: "Orders");

            migrationBuilder.DropCheckConstraint(
                name: "line_quantity",
                table: "OrderLine");

            migrationBuilder.AddColumn<string>(
                name: "Proof",
                table: "Shipments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CancelledGoods",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "Shipping_PointId",
                table: "Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VatRate",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "VatRounding",
                table: "Orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Down");

            migrationBuilder.AddColumn<int>(
                name: "Cancelled",
                table: "OrderLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Shipped",
                table: "OrderLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DeliveryAreas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DistrictCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: false),
                    FreeFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    Schedule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EtaMinDays = table.Column<int>(type: "INTEGER", nullable: false),
                    EtaMaxDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryAreas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PickupPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VillageCode = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpeningHours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickupPoints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServedPoints",
                columns: table => new
                {
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PointId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServedPoints", x => new { x.StoreId, x.PointId });
                });

            migrationBuilder.CreateTable(
                name: "ShipmentLine",
                columns: table => new
                {
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pieces = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShipmentLine", x => new { x.ShipmentId, x.OrderLineId });
                    table.CheckConstraint("parcel_pieces", "\"Pieces\" > 0");
                    table.ForeignKey(
                        name: "FK_ShipmentLine_Shipments_ShipmentId",
                        column: x => x.ShipmentId,
                        principalTable: "Shipments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PointKeeper",
                columns: table => new
                {
                    PointId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointKeeper", x => new { x.PointId, x.UserId });
                    table.ForeignKey(
                        name: "FK_PointKeeper_PickupPoints_PointId",
                        column: x => x.PointId,
                        principalTable: "PickupPoints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "order_amounts",
                table: "Orders",
                sql: "\"Goods\" >= 0 AND \"Fee\" >= 0 AND \"Vat\" >= 0 AND \"CancelledGoods\" >= 0 AND \"CancelledGoods\" <= \"Goods\"");

            migrationBuilder.AddCheckConstraint(
                name: "line_quantity",
                table: "OrderLine",
                sql: "\"Quantity\" > 0 AND \"Shipped\" >= 0 AND \"Cancelled\" >= 0 AND \"Shipped\" + \"Cancelled\" <= \"Quantity\"");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryAreas_StoreId_DistrictCode",
                table: "DeliveryAreas",
                columns: new[] { "StoreId", "DistrictCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PickupPoints_VillageCode",
                table: "PickupPoints",
                column: "VillageCode");

            migrationBuilder.CreateIndex(
                name: "IX_PointKeeper_UserId",
                table: "PointKeeper",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ServedPoints_PointId",
                table: "ServedPoints",
                column: "PointId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveryAreas");

            migrationBuilder.DropTable(
                name: "PointKeeper");

            migrationBuilder.DropTable(
                name: "ServedPoints");

            migrationBuilder.DropTable(
                name: "ShipmentLine");

            migrationBuilder.DropTable(
                name: "PickupPoints");

            migrationBuilder.DropCheckConstraint(
                name: "order_amounts",
                table: "Orders");

            migrationBuilder.DropCheckConstraint(
                name: "line_quantity",
                table: "OrderLine");

            migrationBuilder.DropColumn(
                name: "Proof",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "CancelledGoods",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Shipping_PointId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "VatRate",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "VatRounding",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Cancelled",
                table: "OrderLine");

            migrationBuilder.DropColumn(
                name: "Shipped",
                table: "OrderLine");

            migrationBuilder.AddCheckConstraint(
                name: "order_amounts",
                table: "Orders",
                sql: "\"Goods\" >= 0 AND \"Fee\" >= 0 AND \"Vat\" >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "line_quantity",
                table: "OrderLine",
                sql: "\"Quantity\" > 0");
        }
    }
}
